#include "claimgraph/kg/record.h"
