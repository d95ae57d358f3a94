#include "claimgraph/readers/reader.h"
