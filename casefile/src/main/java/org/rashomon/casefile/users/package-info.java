/**
 * People who may open a case: a {@link org.rashomon.casefile.users.User} is a name, a role and what a password is checked against. {@code
 * OpenCase} keeps them; what a role may do is decided by the server. Knows nothing.
 */
@NullMarked
package org.rashomon.casefile.users;

import org.jspecify.annotations.NullMarked;
