/** Where webpack's own code loads the parts of this bundle from; it may be assigned before the first is loaded. */
declare let __webpack_public_path__: string;
