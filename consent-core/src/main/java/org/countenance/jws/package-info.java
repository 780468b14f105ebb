/** Keys, signatures and JWS in compact serialization, read strictly (records.md, Envelope). */
@NullMarked
package org.countenance.jws;

import org.jspecify.annotations.NullMarked;
