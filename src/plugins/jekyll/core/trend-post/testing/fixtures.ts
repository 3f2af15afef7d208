/** A survey in the blog's own form. */
export const HARBOUR = `
--------------------

> **<u>KEYWORDS</u>**        
> 항만 기술, Tide Models, 로봇 배
{: .prompt-info }

--------------------


&nbsp;
&nbsp;
&nbsp;

## ⚓ **Issues**
### 조용한 예인선 [^ref-iss-1]
- 전기 예인선이 첫 항해를 마쳤습니다. 
- 소음은 절반으로 줄었습니다.

### 등대의 새 눈 [^ref-iss-2] [^ref-iss-3]
- 등대 위에 라이다를 올렸습니다.

![fig1](pier-1.png){: width="600"}
_등대 위의 라이다_

### 파도 요금제 [^ref-iss-4]
- 파도가 낮은 날에는 요금이 내려갑니다.


&nbsp;
&nbsp;
&nbsp;

-------------------

## 📚 **Papers**

### Tides as Tokens  [^ref-pa-1]
- 조석을 토큰으로 읽습니다.

### Ropes and Gates [^ref-pa-2]
- 밧줄의 장력을 예측합니다[^ref-iss-2].

&nbsp;
&nbsp;
&nbsp;

----------------
## References
[^ref-iss-1]: [Quiet tugs](https://harbour.example/tugs)

[^ref-iss-2]: [Eyes of the lighthouse](https://harbour.example/eyes) 

[^ref-iss-3]: [Lidar at sea](https://harbour.example/lidar)

[^ref-iss-4]: [Wave pricing](https://harbour.example/price)

[^ref-pa-1]: [Tides as Tokens](https://papers.example/1)

[^ref-pa-2]: [Ropes and Gates](https://papers.example/2)
`;

/** One numbering, no blank lines between references, a stray one, an empty one at the end. */
export const ENGLISH = `Welcome to this month's survey.

## News
The best of the month.

### Small boats[^ref1]

- one
  - one and a half
    - one and three quarters
- two

### Big boats [^ref2][^ref3]
Text that looks back[^ref1].

\`\`\`md
## not a section
### not an item [^ref1]
[^ref9]: not a definition
---
\`\`\`

## Interlude

Nothing but text here.

## Tools
### A rope calculator [^ref1]
### A winch without a source

It has none.


# References
[^ref1]: [Small boats](https://boats.example/small)
[^ref2]: <https://boats.example/big>
[^ref3]: Big Boats Weekly, issue 3.

    Second paragraph of the note.

[^stray]: Nobody cites this one.
[^ref4]:

`;
