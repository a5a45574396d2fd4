using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests;

public sealed class ModesTests
{
    [Theory]
    [InlineData("cw", "CW", ModeClass.Cw)]
    [InlineData("PCW", "PCW", ModeClass.Cw)]
    [InlineData("SSB", "SSB", ModeClass.Phone)]
    [InlineData("usb", "USB", ModeClass.Phone)]
    [InlineData("LSB", "LSB", ModeClass.Phone)]
    [InlineData("AM", "AM", ModeClass.Phone)]
    [InlineData("FM", "FM", ModeClass.Phone)]
    [InlineData("C4FM", "C4FM", ModeClass.Phone)]
    [InlineData("DIGITALVOICE", "DIGITALVOICE", ModeClass.Phone)]
    [InlineData("FT8", "FT8", ModeClass.Digital)]
    [InlineData("ft4", "FT4", ModeClass.Digital)]
    [InlineData("RTTY", "RTTY", ModeClass.Digital)]
    [InlineData("PSK31", "PSK31", ModeClass.Digital)]
    [InlineData("Vara HF", "VARA HF", ModeClass.Digital)]
    [InlineData("Olivia 8/250", "OLIVIA 8/250", ModeClass.Digital)]
    [InlineData("PHONE", "SSB", ModeClass.Phone)]
    [InlineData("ph", "SSB", ModeClass.Phone)]
    [InlineData("DG", "DATA", ModeClass.Digital)]
    [InlineData("DATA", "DATA", ModeClass.Digital)]
    [InlineData("Digital", "DATA", ModeClass.Digital)]
    [InlineData("RY", "RTTY", ModeClass.Digital)]
    public void A_mode_has_one_spelling_and_a_class(string text, string mode, ModeClass expected)
    {
        Assert.True(Modes.TryNormalize(text, out var normal));
        Assert.Equal((mode, expected), (normal, Modes.ClassOf(normal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SSBX")]
    [InlineData("VARA·HF")]
    [InlineData("JT9E·FAST")]
    public void What_ADIF_does_not_know_is_no_mode(string? text)
    {
        Assert.False(Modes.TryNormalize(text, out var mode));
        Assert.Equal("", mode);
    }

    [Theory]
    [InlineData("FT4", "MFSK", "FT4")]
    [InlineData("USB", "SSB", "USB")]
    [InlineData("PSK31", "PSK", "PSK31")]
    [InlineData("DSTAR", "DIGITALVOICE", "DSTAR")]
    [InlineData("SSB", "SSB", null)]
    [InlineData("FT8", "FT8", null)]
    [InlineData("DATA", "DATA", null)]
    public void ADIF_writes_a_submode_under_its_mode(string mode, string parent, string? submode) =>
        Assert.Equal((parent, submode), Modes.ToAdif(mode));

    [Fact]
    public void Every_mode_is_its_own_normal_form()
    {
        Assert.True(Modes.All.Count > 150);
        foreach (var mode in Modes.All)
        {
            Assert.True(Modes.TryNormalize(mode.ToLowerInvariant(), out var normal));
            Assert.Equal(mode, normal);
        }
    }
}
