using System.Collections.Frozen;

namespace OrleansContest.Contests;

/// <summary>Which prefixes belong to which DXCC entity; the longest that fits a call decides.</summary>
/// <remarks>
/// An entity's main prefix, then the beginnings of its calls; <c>[A-K]</c> stands for any one of them. A dash in place of an entity: the prefix
/// alone does not say which one, or it is none. Written from the ITU's allocation of series and the DXCC list.
/// </remarks>
internal static class DxccTable
{
    private const string Text =
        """
        1A 1A
        3A 3A
        3B6 3B[67]
        3B8 3B8
        3B9 3B9
        3C 3C
        3C0 3C0
        3D2 3D[N-Z] 3D2
        3DA 3D[A-M]
        3V 3V TS
        3W 3W XV
        3X 3X
        3Y 3Y
        4J 4[JK]
        4L 4L
        4O 4O
        4S 4[P-S]
        4U1I 4U
        4U1U 4U1U
        4W 4W
        4X 4[XZ]
        5A 5A
        5B 5B C4 H2 P3
        5H 5[HI]
        5N 5[NO]
        5R 5[RS] 6X
        5T 5T
        5U 5U
        5V 5V
        5W 5W
        5X 5X
        5Z 5[YZ]
        6W 6[VW]
        6Y 6Y
        7O 7O
        7P 7P
        7Q 7Q
        7X 7[RT-Y]
        8P 8P
        8Q 8Q
        8R 8R
        9A 9A
        9G 9G
        9H 9H
        9J 9[IJ]
        9K 9K
        9L 9L
        9M2 9[MW]
        9M6 9[MW][68]
        1S 1S 9M0
        9N 9N
        9Q 9[O-T]
        9U 9U
        9V 9V S6
        9X 9X
        9Y 9[YZ]
        A2 A2 8O
        A3 A3
        A4 A4
        A5 A5
        A6 A6
        A7 A7
        A9 A9
        AP A[P-S] 6[P-S]
        B B 3[H-U] XS
        BS7 BS7
        BV B[U-X]
        BV9P BV9P BQ9P
        C2 C2
        C3 C3
        C5 C5
        C6 C6
        C9 C[89]
        CE C[A-E] X[QR] 3G
        CE0X C[A-E]0X X[QR]0X 3G0X
        CE0Y C[A-E]0Y X[QR]0Y 3G0Y
        CE0Z C[A-E]0Z X[QR]0Z 3G0Z
        CE9 C[A-E]9 X[QR]9 3G9 DP[01] EM1 FT[0-9]Y KC4AA KC4US OR4 R1AN RI1AN Z[LM]5 Z[R-U]7 8J1RL
        CM C[LMO] T4
        CN CN 5[C-G]
        CP CP
        CT C[Q-T]
        CT3 C[Q-T][39]
        CU CU C[QRS]8 CR2
        CX C[V-X]
        CY0 CY0
        CY9 CY9
        D2 D[23]
        D4 D4
        D6 D6
        DL D[A-R]
        DU D[U-Z] 4[D-I]
        E3 E3
        E4 E4
        E5 E5
        E6 E6
        E7 E7
        EA E[A-H] A[M-O]
        EA6 E[A-H]6 A[M-O]6
        EA8 E[A-H]8 A[M-O]8
        EA9 E[A-H]9 A[M-O]9
        EI E[IJ]
        EK EK
        EL EL A8 D5 5[LM] 6Z
        EP E[PQ] 9[B-D]
        ER ER
        ES ES
        ET ET 9[EF]
        EU E[U-W]
        EX EX
        EY EY
        EZ EZ
        F F H[W-Y] T[HMPQVW]
        FG FG
        FH FH
        FJ FJ
        FK FK
        FM FM
        FO FO
        FP FP
        FR FR
        FS FS
        FT5G FT[0-9]G
        FT5J FT[0-9][EJ]
        FT5T FT[0-9]T
        FT5W FT[0-9]W
        FT5X FT[0-9]X
        FT5Z FT[0-9]Z
        FW FW
        FY FY
        G G M 2
        GD [GM][DT] 2[DT]
        GI [GM][IN] 2[IN]
        GJ [GM][JH] 2[JH]
        GM [GM][MS] 2[MS]
        GU [GM][UP] 2[UP]
        GW [GM][WC] 2[WC]
        H4 H4
        H40 H40
        HA H[AG]
        HB H[BE]
        HB0 H[BE]0
        HC H[CD]
        HC8 H[CD]8
        HH HH 4V
        HI HI
        HK H[JK] 5[JK]
        HK0 H[JK]0 5[JK]0
        HL HL D[ST] D[7-9] 6[K-N]
        HP H[OP] H[389] 3[EF]
        HR H[QR]
        HS HS E2
        HV HV
        HZ HZ 7Z 8Z
        I I
        IS I[SM] IW0[U-Z]
        J2 J2
        J3 J3
        J5 J5
        J6 J6
        J7 J7
        J8 J8
        JA J[A-S] 7[J-N] 8[J-N]
        JD1 JD1
        JT J[T-V]
        JW JW
        JX JX
        JY JY
        K A[A-K] K N W
        KG4 KG4
        KH0 [AKNW]H0
        KH1 [AKNW]H1
        KH2 [AKNW]H2
        KH3 [AKNW]H3
        KH4 [AKNW]H4
        KH5 [AKNW]H5
        KH6 [AKNW]H[67]
        KH7K KH7K
        KH8 [AKNW]H8
        KH8S KH8S
        KH9 [AKNW]H9
        KL [AKNW]L
        KP1 [KNW]P1
        KP2 [KNW]P2
        KP4 [KNW]P[34]
        KP5 [KNW]P5
        LA L[A-N]
        LU L[O-W] L[2-9] A[YZ]
        LX LX
        LY LY
        LZ LZ
        OA O[A-C] 4T
        OD OD
        OE OE 4U1A 4U1V 4U2U
        OH O[F-I]
        OH0 O[F-I]0
        OJ0 OJ0
        OK O[KL]
        OM OM
        ON O[N-T]
        OX OX XP
        OY OY
        OZ O[U-WZ] 5[PQ]
        P2 P2
        P4 P4
        P5 P[5-9]
        PA P[A-I]
        PJ2 PJ2
        PJ4 PJ4
        PJ5 PJ[56]
        PJ7 PJ7
        PY P[P-Y] Z[V-Z]
        PY0F P[P-Y]0F Z[V-Z]0F
        PY0S P[P-Y]0S Z[V-Z]0S
        PY0T P[P-Y]0T Z[V-Z]0T
        PZ PZ
        R1FJ R1FJ RI1F
        S0 S0
        S2 S[23]
        S5 S5
        S7 S7
        S9 S9
        SM S[A-M] 7S 8S
        SP S[N-R] HF 3Z
        ST ST 6[TU]
        SU SU SS[A-M] 6[AB]
        SV S[V-Z] J4
        SV/A SY2A
        SV5 S[V-Z]5 J45
        SV9 S[V-Z]9 J49
        T2 T2
        T30 T30
        T31 T31
        T32 T32
        T33 T33
        T5 T5 6O
        T7 T7
        T8 T8
        TA T[A-C] YM
        TF TF
        TG TG TD
        TI T[IE]
        TI9 T[IE]9
        TJ TJ
        TK TK
        TL TL
        TN TN
        TR TR
        TT TT
        TU TU
        TY TY
        TZ TZ
        UA R U[A-I] U[0-9] R[89][FGSTWX] R[A-Z][89][FGSTWX] U[A-I][89][FGSTWX] U[89][FGSTWX]
        UA2 UA2 R2[FK] R[A-Z]2[FK] U[A-I]2[FK]
        UA9 R[089] R[A-Z][089] U[A-I][089] U[089]
        UK U[J-M]
        UN U[N-Q]
        UR U[R-Z] E[M-O]
        V2 V2
        V3 V3
        V4 V4
        V5 V5
        V6 V6
        V7 V7
        V8 V8
        VE V[A-G] V[OXY] C[F-K] C[YZ] X[J-O]
        VK V[H-N] VZ AX
        VK0 VK0 AX0
        VK9C VK9[CY] AX9C
        VK9L VK9L AX9L
        VK9M VK9M AX9M
        VK9N VK9N AX9N
        VK9W VK9W AX9W
        VK9X VK9X AX9X
        - VK9 AX9 4U1G
        VP2E VP2E
        VP2M VP2M
        VP2V VP2V
        VP5 VP5 VQ5
        VP6 VP6
        VP6D VP6D
        VP8 VP8
        VP9 VP9
        VQ9 VQ9
        VR VR
        VU V[T-W] A[T-W] 8[T-Y]
        VU4 VU4
        VU7 VU7
        XE X[A-I] 4[A-C] 6[D-J]
        XF4 XF4
        XT XT
        XU XU
        XW XW
        XX9 XX9
        XZ X[YZ]
        YA YA T6
        YB Y[B-H] 7[A-I] 8[A-I] JZ P[K-O]
        YI YI HN
        YJ YJ
        YK YK 6C
        YL YL
        YN YN HT H[67]
        YO Y[O-R]
        YS YS HU
        YU Y[TU]
        YV Y[V-Y] 4M
        YV0 Y[V-Y]0 4M0
        Z2 Z2
        Z3 Z3
        Z6 Z6
        Z8 Z8
        ZA ZA
        ZB ZB ZG
        ZC4 ZC4
        ZD7 ZD7
        ZD8 ZD8
        ZD9 ZD9
        ZF ZF
        ZK3 ZK3
        ZL Z[LM]
        ZL7 Z[LM]7
        ZL8 Z[LM]8
        ZL9 Z[LM]9
        ZP ZP
        ZS Z[R-U] S[48] V9
        ZS8 Z[R-U]8
        """;

    private static readonly FrozenDictionary<string, string> entities = Read().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan =
        entities.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int longest = entities.Keys.Max(prefix => prefix.Length);

    /// <summary>The main prefix of the entity whose longest prefix begins <paramref name="text"/>, or null.</summary>
    internal static string? Find(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(longest, text.Length); length > 0; length--)
        {
            if (bySpan.TryGetValue(text[..length], out var entity))
            {
                return entity == "-" ? null : entity;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="part"/> is, as a whole, an entity's prefix with a digit in it, such as <c>VP2E</c> or <c>KH6</c>.</summary>
    internal static bool IsPrefix(string part) => part.Any(char.IsAsciiDigit) && entities.ContainsKey(part);

    private static Dictionary<string, string> Read()
    {
        var read = new Dictionary<string, string>();
        foreach (var line in Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var prefix in words.Skip(1).SelectMany(Expand))
            {
                read[prefix] = words[0];
            }
        }

        return read;
    }

    /// <summary>Every prefix that a pattern stands for: <c>C[8-9]</c> is <c>C8</c> and <c>C9</c>.</summary>
    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('[');
        if (open < 0)
        {
            return [pattern];
        }

        var close = pattern.IndexOf(']');
        return from choice in Choices(pattern[(open + 1)..close])
               from rest in Expand(pattern[(close + 1)..])
               select pattern[..open] + choice + rest;
    }

    private static IEnumerable<char> Choices(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 2 < text.Length && text[i + 1] == '-')
            {
                foreach (var between in Enumerable.Range(text[i], text[i + 2] - text[i] + 1))
                {
                    yield return (char)between;
                }

                i += 2;
            }
            else
            {
                yield return text[i];
            }
        }
    }
}
