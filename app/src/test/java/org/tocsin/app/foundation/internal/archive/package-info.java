@NullMarked
package org.tocsin.app.foundation.internal.archive;

import org.jspecify.annotations.NullMarked;
