namespace OrleansContest.LoadTest.Truth;

/// <summary>One line of a channel's state, as all spectators of it hold it: equal values have equal bytes.</summary>
/// <param name="Value">Canonical JSON, or the figures that count.</param>
/// <param name="Digest">Of its key and value.</param>
internal sealed record Row(byte[] Value, ulong Digest)
{
    public static Row Of(string key, byte[] value)
    {
        var digest = 14695981039346656037UL;
        foreach (var letter in key)
        {
            digest = (digest ^ letter) * 1099511628211UL;
        }

        foreach (var one in value)
        {
            digest = (digest ^ one) * 1099511628211UL;
        }

        digest = (digest ^ (digest >> 32)) * 0xd6e8feb86659fd93UL;
        return new Row(value, digest ^ (digest >> 32));
    }
}
