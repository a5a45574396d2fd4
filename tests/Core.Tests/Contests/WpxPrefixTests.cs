using OrleansContest.Contests;

namespace OrleansContest.Core.Tests.Contests;

public sealed class WpxPrefixTests
{
    [Theory]
    [InlineData("N8BJQ", "N8")]
    [InlineData("W8ABC", "W8")]
    [InlineData("WD8ABC", "WD8")]
    [InlineData("HG1A", "HG1")]
    [InlineData("HG19A", "HG19")]
    [InlineData("KC2ABC", "KC2")]
    [InlineData("OE2ABC", "OE2")]
    [InlineData("OE25A", "OE25")]
    [InlineData("LY1000A", "LY1000")]
    [InlineData("N8BJQ/KH9", "KH9")]
    [InlineData("N8BJQ/NH9", "NH9")]
    [InlineData("KH6XXX/W8", "W8")]
    [InlineData("KH6XXX/AD8", "AD8")]
    [InlineData("PA/N8BJQ", "PA0")]
    [InlineData("XEFTJW", "XE0")]
    public void The_examples_of_the_rules_hold(string call, string prefix) => Assert.Equal(prefix, WpxPrefix.Of(call));

    [Theory]
    [InlineData("WB200AA", "WB200")]
    [InlineData("W200YARC", "W200")]
    [InlineData("RAEM", "RA0")]
    [InlineData("3DA0RS", "3DA0")]
    [InlineData("9A1A", "9A1")]
    [InlineData("S51DX", "S51")]
    [InlineData("C6AGU", "C6")]
    [InlineData("4U1ITU", "4U1")]
    [InlineData("AB0O/P", "AB0")]
    [InlineData("W1AW/M", "W1")]
    [InlineData("MM0XYZ/MM", "MM0")]
    [InlineData("MM0XYZ/AM", "MM0")]
    [InlineData("G3XYZ/A", "G3")]
    [InlineData("G3XYZ/E", "G3")]
    [InlineData("G3XYZ/J", "G3")]
    [InlineData("KA1ABC/AE", "KA1")]
    [InlineData("WK1DS/YOTA", "WK1")]
    public void What_is_no_place_does_not_change_the_prefix(string call, string prefix) => Assert.Equal(prefix, WpxPrefix.Of(call));

    [Theory]
    [InlineData("LX/G3XYZ", "LX0")]
    [InlineData("G/W1AW", "G0")]
    [InlineData("W1AW/F", "F0")]
    [InlineData("9A/W1AW", "9A0")]
    [InlineData("3DA/ZS6X", "3DA0")]
    [InlineData("EA8/G4ABC/P", "EA8")]
    [InlineData("VP2E/K1AA", "VP2")]
    [InlineData("K1AA/VP2E", "VP2")]
    [InlineData("W1AW/VE3", "VE3")]
    public void A_portable_designator_becomes_the_prefix(string call, string prefix) => Assert.Equal(prefix, WpxPrefix.Of(call));

    [Theory]
    [InlineData("W8XYZ/4", "W4")]
    [InlineData("WB200AA/4", "WB4")]
    [InlineData("JA1ABC/6/P", "JA6")]
    [InlineData("S51DX/4", "S54")]
    [InlineData("9A1A/3", "9A3")]
    public void An_area_takes_the_place_of_the_area(string call, string prefix) => Assert.Equal(prefix, WpxPrefix.Of(call));

    [Fact]
    public void Without_a_letter_there_is_no_prefix() => Assert.Throws<ArgumentException>(() => WpxPrefix.Of("599"));
}
