"""What does Windows show under a program's properties? The text of a version resource, as PyInstaller reads it."""

TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("080904B0", [
      StringStruct("CompanyName", "Clearing"),
      StringStruct("FileDescription", "Clearing"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "clearing"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("OriginalFilename", "clearing.exe"),
      StringStruct("ProductName", "Clearing"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0809, 0x04B0])]),
  ],
)
"""
"""British English, in Unicode: 0809 04B0."""


def version_resource(version: str) -> str:
    """The text for a version such as 0.1.0, which Windows also wants as four numbers."""
    numbers = [int(part) for part in version.split(".")]
    return TEXT.format(version=version, numbers=(*numbers, 0, 0, 0, 0)[:4])
