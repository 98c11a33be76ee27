/* A DLL with nothing of its own: python3.dll, which only forwards to the DLL of one version. For trying only. */
int DllMain(void *module, unsigned reason, void *reserved) { return 1; }
