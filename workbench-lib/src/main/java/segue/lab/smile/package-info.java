/** Smile's own searches among the contenders of {@link segue.lab}: the only place of the lab that knows Smile. */
package segue.lab.smile;
