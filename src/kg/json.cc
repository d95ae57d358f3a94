#include "claimgraph/kg/json.h"
