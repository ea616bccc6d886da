@testable import Verify
