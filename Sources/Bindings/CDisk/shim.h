// Waits until everything written to the file system of `descriptor` is on the disk (syncfs(2)). The C library has it, but
// declares it only for _GNU_SOURCE, which Swift's Glibc module does not set.
int syncfs(int descriptor);
