#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "CSimdJSON.h"
#include "KnownNames.hpp"
#include "KnownTexts.hpp"

struct csj_reader {
  csj_reader(const char *names, size_t length) : names(names, length) {}

  known_names names;
  known_texts texts;
  simdjson::ondemand::parser parser;
  // The source between brackets of our own (on-demand reading treats a bare scalar differently from
  // one inside an array), then the readable slack simdjson needs.
  std::string padded;
  std::string text;
  std::vector<csj_node> nodes;
};
