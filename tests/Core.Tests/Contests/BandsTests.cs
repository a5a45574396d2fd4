using System.Globalization;
using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests;

public sealed class BandsTests
{
    [Theory]
    [InlineData("20", "20")]
    [InlineData("20m", "20")]
    [InlineData("20M", "20")]
    [InlineData(" 160 ", "160")]
    [InlineData("1.25m", "1.25")]
    [InlineData("1.25CM", "1.25cm")]
    [InlineData("70CM", "70cm")]
    [InlineData("2", "2")]
    [InlineData("2mm", "2mm")]
    [InlineData("SUBMM", "submm")]
    public void Metres_and_the_names_of_ADIF_are_bands(string text, string band)
    {
        Assert.True(Bands.TryNormalize(text, out var normal));
        Assert.Equal(band, normal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("21")]
    [InlineData("20mm")]
    [InlineData("14 MHz")]
    [InlineData("20\n40")]
    public void Other_text_is_no_band(string? text) => Assert.False(Bands.TryNormalize(text, out _));

    [Theory]
    [InlineData("1.8", "160")]
    [InlineData("14.2", "20")]
    [InlineData("14.35", "20")]
    [InlineData("7.127", "40")]
    [InlineData("50.313", "6")]
    [InlineData("144.2", "2")]
    [InlineData("1296.1", "23cm")]
    [InlineData("10368.1", "3cm")]
    public void A_frequency_has_its_band(string mhz, string band)
    {
        Assert.True(Bands.TryFromFrequency(decimal.Parse(mhz, CultureInfo.InvariantCulture), out var found));
        Assert.Equal(band, found);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-14.2")]
    [InlineData("14.3501")]
    [InlineData("99.5")]
    public void Between_the_bands_there_is_none(string mhz) =>
        Assert.False(Bands.TryFromFrequency(decimal.Parse(mhz, CultureInfo.InvariantCulture), out _));

    [Fact]
    public void Every_band_comes_back_from_its_name_in_ADIF_and_from_its_edge()
    {
        Assert.Equal(33, Bands.All.Count);
        foreach (var band in Bands.All)
        {
            Assert.True(Bands.TryNormalize(Bands.ToAdif(band), out var named));
            Assert.True(Bands.TryFromFrequency(Bands.LowerEdge(band), out var measured));
            Assert.Equal((band, band), (named, measured));
        }
    }

    [Fact]
    public void What_is_not_a_band_of_the_log_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Bands.ToAdif("20m"));
        Assert.Throws<ArgumentException>(() => Bands.LowerEdge("20m"));
    }
}
