/** What a document may hold at most. An invoice of a hundred lines has some 200 KB, 5,000 elements and a depth of 7; of 10,000, 6 MB and 170,000. */
export const DOCUMENT_SIZE_BYTES_MAX = 16 * 1024 * 1024
export const ELEMENTS_MAX = 400_000
export const DEPTH_MAX = 32
export const ATTRIBUTES_PER_ELEMENT_MAX = 32
/** UTF-16 code units of the text of one element, or of one attribute. */
export const TEXT_LENGTH_MAX = 128 * 1024
