@NullMarked
package org.tocsin.app.foundation.internal.db;

import org.jspecify.annotations.NullMarked;
