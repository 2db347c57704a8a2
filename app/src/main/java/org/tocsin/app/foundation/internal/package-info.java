@NullMarked
package org.tocsin.app.foundation.internal;

import org.jspecify.annotations.NullMarked;
