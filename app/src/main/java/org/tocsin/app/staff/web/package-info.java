/** The REST face of staff. */
@NullMarked
package org.tocsin.app.staff.web;

import org.jspecify.annotations.NullMarked;
