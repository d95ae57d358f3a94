#include "claimgraph/pattern/layer.h"
