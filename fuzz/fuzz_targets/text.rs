#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saidby_fuzz::text(bytes));
