/* ICU asks for its data, 32 MB, by this name. Clearing sorts by rules of its own and Qt has its own words for days and
   numbers, so that none of it is used; this says in ICU's own form that there is none, and Qt does without. */
const struct {
    unsigned short header_size;
    unsigned char magic[2];
    unsigned short info_size, reserved_word;
    unsigned char big_endian, charset_family, size_of_uchar, reserved_byte;
    unsigned char data_format[4], format_version[4], data_version[4], padding[8];
    unsigned int count, reserved;
    int table_of_contents[4];
} icudt73_dat = {32, {0xda, 0x27}, 20, 0, 0, 0, 2, 0, "ToCP", {1}, {0}, {0}, 0, 0, {0}};
