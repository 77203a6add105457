// The core, held so that it may break. A trap (a panic, memory at its end, a stack too deep) leaves an instance whose memory
// can't be trusted; the next call must not meet it. So the instance is made anew at once, and the call is tried a second time,
// because what was wrong may have been what earlier calls had left behind.

/**
 * @typedef {object} Module  what wasm-bindgen makes
 * @property {(how?: any) => Promise<{memory: WebAssembly.Memory}>} default  loads the module; does nothing when it is loaded
 * @property {() => void} __wbg_reset_state  makes the instance anew
 */

/** An instance with more memory than this is given up after its call, in bytes: memory of wasm never shrinks. */
const MOST = 256 * 1024 * 1024;

/**
 * Whether an error of the core means that its instance is broken. What the core says by itself is a plain `Error`.
 * @param {unknown} e
 */
const broken = (e) => !(e instanceof Error) || Object.getPrototypeOf(e) !== Error.prototype;

/**
 * @template {Module} M
 * @param {M} module
 * @param {() => any} source where the module's bytes are
 */
export function hold(module, source) {
  /** @type {ReturnType<Module['default']> | null} */
  let loading = null;

  function load() {
    loading ??= module.default(source()).catch((e) => {
      loading = null; // the next call tries again
      throw e;
    });
    return loading;
  }

  return {
    load,
    /**
     * Calls the core. Rejects with what it threw.
     * @template T
     * @param {(module: M) => T} work
     * @returns {Promise<T>}
     */
    async call(work) {
      await load();
      try {
        return work(module);
      } catch (e) {
        if (!broken(e)) throw e;
        module.__wbg_reset_state();
        try {
          return work(module);
        } catch (again) {
          if (broken(again)) module.__wbg_reset_state();
          throw again;
        }
      } finally {
        if ((await module.default()).memory.buffer.byteLength > MOST) module.__wbg_reset_state();
      }
    },
  };
}
