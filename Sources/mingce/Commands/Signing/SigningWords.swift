public import ArgumentParser
public import Certificates
public import Signing

extension SigningRole: ExpressibleByArgument {}
extension SignatureLevel: ExpressibleByArgument {}
