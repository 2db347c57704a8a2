/** How a request becomes an actor: filter chains, sessions, tokens, headers. */
@NullMarked
package org.tocsin.app.staff.security;

import org.jspecify.annotations.NullMarked;
