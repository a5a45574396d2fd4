using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests;

public sealed class GridsTests
{
    [Theory]
    [InlineData("fn31", "FN31")]
    [InlineData("FN31PR", "FN31pr")]
    [InlineData(" jo31ab55 ", "JO31ab55")]
    [InlineData("AA00aa", "AA00aa")]
    [InlineData("RR99XX99", "RR99xx99")]
    public void A_locator_has_one_spelling(string text, string grid)
    {
        Assert.True(Grids.TryNormalize(text, out var normal));
        Assert.Equal(grid, normal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FN")]
    [InlineData("FN3")]
    [InlineData("FN31p")]
    [InlineData("SN31")]
    [InlineData("FN31py")]
    [InlineData("31FN")]
    [InlineData("FN31pr5a")]
    [InlineData("FN٣1")]
    [InlineData("\u212AN31")]
    public void Anything_else_is_none(string? text) => Assert.False(Grids.TryNormalize(text, out _));
}
