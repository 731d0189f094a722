import Pages
import Testing
import UnicodeText

@testable import Layout

/// Paper and screen must tell the same language of the same script.
@Test(arguments: ForeignScript.allCases)
func aScriptHasOneLanguage(_ script: ForeignScript) {
  #expect(Language(script).tag == script.language)
}
