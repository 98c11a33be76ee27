/* python.exe for a Python that comes without one: hands its words to the Python DLL beside it. */
#include <stdio.h>
#include <windows.h>

typedef int (*Main)(int, wchar_t **);

int wmain(int count, wchar_t **words) {
  HMODULE python = LoadLibraryW(PYTHON_DLL);
  if (!python) {
    fprintf(stderr, "the Python DLL does not load\n");
    return 3;
  }
  return ((Main)GetProcAddress(python, "Py_Main"))(count, words);
}
