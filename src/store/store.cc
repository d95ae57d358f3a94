#include "claimgraph/store/store.h"
