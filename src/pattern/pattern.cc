#include "claimgraph/pattern/pattern.h"
