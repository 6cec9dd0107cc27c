/** Words and rows of keys that guessing programs try first, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd passwort motdepasse contraseña wachtwoord parola пароль йцукен
  12345678 123456789 1234567890 0123456789 987654321 9876543210 87654321 12341234 11223344 112233445566
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx q1w2e3r4 qwer1234 1234qwer abcd1234 abc12345 a1b2c3d4
  qwerty qwertyui qwertyuiop qwertz qwertzui azerty azertyui asdfghjk asdfghjkl zxcvbnm zxcvbnm1 asdf1234
  abcdefgh abcdefghi letmein welcome iloveyou trustno1 superman batman spiderman pokemon starwars football
  baseball basketball princess sunshine computer internet whatever michelle jennifer charlie jordan michael
  administrator admin administrator1 root toor moderator owner postbag changeme default secret guest test
  testtest tester testing letmein1 access master dragon monkey shadow hunter killer freedom mustang corvette
  summer winter spring autumn monday friday january december liverpool chelsea arsenal manchester barcelona
  samsung google facebook twitter linkedin microsoft windows minecraft fuckyou asshole biteme hello hellohello
  qwerty12 passpass iloveu loveyou babygirl butterfly chocolate cheese flower cookie banana orange
  newspaper newsroom comments editor journalist`.split(/\s+/),
)
