"""Settings offers what people can listen to, and no part of a driver."""

from desktop.sound.outputs import audible_names

AS_ALSA_LISTS_THEM = (
    "HDA Intel PCH, ALC257 Analog",
    "HDA Intel PCH, HDMI 0",
    "Rate Converter Plugin Using Speex Resampler",
    "Plugin for channel upmix (4,6,8)",
    "Plugin using Speex DSP (resample, agc, denoise, echo, dereverb)",
    "Discard all samples (playback) or generate zero samples (capture)",
    "Playback/recording through the PulseAudio sound server",
    "Default ALSA Output (currently PipeWire Media Server)",
    "Jabra SPEAK 510 USB, USB Audio",
)


def test_plug_ins_of_a_driver_are_not_offered() -> None:
    assert audible_names(AS_ALSA_LISTS_THEM) == (
        "HDA Intel PCH, ALC257 Analog",
        "HDA Intel PCH, HDMI 0",
        "Jabra SPEAK 510 USB, USB Audio",
    )
