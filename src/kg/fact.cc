#include "claimgraph/kg/fact.h"
