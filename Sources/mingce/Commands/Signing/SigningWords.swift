public import ArgumentParser
public import Signing

extension SigningRole: ExpressibleByArgument {}
extension SignatureLevel: ExpressibleByArgument {}
