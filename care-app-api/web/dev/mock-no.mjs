// A refusal in the words of the contract.
export class No extends Error {
  constructor(status, word, more = {}) {
    super(word)
    this.status = status
    this.body = { type: `urn:anxin:problem:${word}`, title: word, status, ...more }
  }
}
export const fail = (status, word, more) => { throw new No(status, word, more) }
