#include "claimgraph/rules/rule_set.h"
