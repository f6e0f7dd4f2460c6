/** Version that our SDK reports to peers: that of the Python SDK whose protocol it speaks. */
export const SDK_VERSION = '10.5.0'

/** Version as one integer: major · 10^6 + minor · 10^3 + patch. */
export const SDK_VERSION_INT = 10_005_000
