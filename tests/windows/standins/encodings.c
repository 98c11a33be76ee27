/* icuuc.dll, which Wine 8 lacks: the old encodings of Qt, all refused. For trying only. */
#define REFUSED(name) \
  __declspec(dllexport) long long name(void) { return 0; }

REFUSED(ucnv_open) REFUSED(ucnv_close) REFUSED(ucnv_reset) REFUSED(ucnv_getMaxCharSize) REFUSED(ucnv_getName)
REFUSED(UCNV_FROM_U_CALLBACK_SUBSTITUTE) REFUSED(UCNV_TO_U_CALLBACK_SUBSTITUTE) REFUSED(ucnv_getToUCallBack)
REFUSED(ucnv_getFromUCallBack) REFUSED(ucnv_setToUCallBack) REFUSED(ucnv_setFromUCallBack)
REFUSED(ucnv_cbToUWriteUChars) REFUSED(ucnv_cbFromUWriteUChars) REFUSED(ucnv_toUnicode) REFUSED(ucnv_fromUnicode)
REFUSED(ucnv_toUCountPending) REFUSED(ucnv_fromUCountPending) REFUSED(ucnv_getStandardName)
REFUSED(ucnv_getAvailableName) REFUSED(ucnv_countAvailable)

int DllMain(void *module, unsigned reason, void *reserved) { return 1; }
