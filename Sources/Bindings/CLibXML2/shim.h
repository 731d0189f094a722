#pragma once
// Debian's headers pull in ICU's, which clash with Foundation's own copy unless told not to.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <string.h>

static inline void mc_xml_hush(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

/// Opens a pull reader over a callback. Nothing is fetched, no DTD is loaded, no entity is replaced, and the library's
/// own limits on depth and length stay in force; complaints go nowhere, since the caller asks for the place.
static inline xmlTextReaderPtr mc_xml_open(xmlInputReadCallback read, void *context) {
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
  xmlTextReaderPtr reader = xmlReaderForIO(read, NULL, context, NULL, NULL, options);
  if (reader != NULL) xmlTextReaderSetStructuredErrorHandler(reader, mc_xml_hush, NULL);
  return reader;
}

/// Returns the value of the attribute of the current element whose local name is `name`, or NULL.
/// It is valid until the next step.
static inline const char *mc_xml_attribute(xmlTextReaderPtr reader, const char *name) {
  xmlNodePtr node = xmlTextReaderCurrentNode(reader);
  if (node == NULL || node->type != XML_ELEMENT_NODE) return NULL;
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    xmlNodePtr value = attribute->children;
    if (value == NULL) return "";
    return value->type == XML_TEXT_NODE && value->next == NULL ? (const char *)value->content : NULL;
  }
  return NULL;
}
