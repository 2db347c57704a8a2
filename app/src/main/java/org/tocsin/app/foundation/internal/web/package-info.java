@NullMarked
package org.tocsin.app.foundation.internal.web;

import org.jspecify.annotations.NullMarked;
