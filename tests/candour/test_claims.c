#include "support/testing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
