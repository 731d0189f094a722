#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// Opens a file without a name that lives in memory, since this version of the library writes to a path only.
static inline int mc_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }
