using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests;

public sealed class CallsignsTests
{
    [Theory]
    [InlineData("W4Y")]
    [InlineData("K4NYX")]
    [InlineData("3DA0RS")]
    [InlineData("W200YARC")]
    [InlineData("AB0O/P")]
    [InlineData("WK1DS/YOTA")]
    [InlineData("EA8/G4ABC/P")]
    [InlineData("LX/G3XYZ")]
    [InlineData("W8XYZ/4")]
    [InlineData("MM0XYZ/MM")]
    [InlineData("N8BJQ/KH9")]
    [InlineData("VP2E/K1AA")]
    [InlineData("4U1ITU")]
    [InlineData("9A1A")]
    [InlineData("LY1000X")]
    [InlineData("TC19MAY1919")]
    [InlineData("C6AGU")]
    [InlineData("P40A")]
    public void A_callsign_is_taken_as_it_is(string call)
    {
        Assert.True(Callsigns.TryNormalize(call, out var normal));
        Assert.Equal(call, normal);
    }

    [Theory]
    [InlineData(" w1aw ", "W1AW")]
    [InlineData("ea8/g4abc/p", "EA8/G4ABC/P")]
    public void Space_around_it_and_lower_case_are_put_right(string text, string call)
    {
        Assert.True(Callsigns.TryNormalize(text, out var normal));
        Assert.Equal(call, normal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("K1")]
    [InlineData("599")]
    [InlineData("5NN")]
    [InlineData("ABC")]
    [InlineData("FN31")]
    [InlineData("2A")]
    [InlineData("KH6/VE3")]
    [InlineData("/W1AW")]
    [InlineData("W1AW/")]
    [InlineData("W1AW//P")]
    [InlineData("W1 AW")]
    [InlineData("W1AW\0")]
    [InlineData("W1\tAW")]
    [InlineData("W1AW;--")]
    [InlineData("W1ÄW")]
    [InlineData("W1AſA")]
    [InlineData("Ｗ1AW")]
    [InlineData("W1AWWWWWWWWWWWWWWWWWW")]
    [InlineData("A/B/C/W1AW/P")]
    [InlineData("W12345A")]
    [InlineData("EU-005")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Callsigns.TryNormalize(text, out var normal));
        Assert.Equal("", normal);
    }
}
