"""Everything of Clearing that touches Qt, in floors: each imports what stands below it and nothing above.

The architecture test reads the floors from here, from the top. What shares a floor knows nothing of its
neighbours, but for the last floor, which everything uses.

    floor: __main__
    floor: commands
    floor: rehearsal
    floor: app
    floor: places
    floor: room_display
    floor: panels
    floor: dialogs
    floor: sound, guide
    floor: widgets, live
    floor: file_queue, unfinished_input
    floor: keys
    floor: content, actions, background, dressing, folders, idle_steps, look, palettes, preferences,
           live_preferences, open_input, redraw, system_faults, wording
"""
