#include "claimgraph/text/quotations.h"
