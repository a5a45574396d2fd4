using System.Globalization;
using OrleansContest.Matches;

namespace OrleansContest.Tests.Matches;

public sealed class H3CellTests
{
    /// <summary>10,000 indices of each resolution, pentagons' among them, as h3-js judges them: see make-h3-vectors.mjs.</summary>
    [Fact]
    public void Judges_cells_and_finds_their_parents_as_h3_js_does()
    {
        var drawn = new H3Draw();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Matches", "h3-vectors.txt")))
        {
            var resolution = int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);
            Assert.Equal(line, Judge(resolution, Enumerable.Range(0, 100).Select(_ => drawn.Next(resolution))));
        }
    }

    [Theory]
    [InlineData("8928308280fffff", 9)]
    [InlineData("8928308280FFFFF", 9)]
    [InlineData("08928308280fffff", 9)]
    [InlineData("8001fffffffffff", 0)]
    [InlineData("8009fffffffffff", 0)]
    [InlineData("8f283082a30e623", 15)]
    public void Reads_the_index_of_a_cell(string text, int resolution)
    {
        Assert.True(H3Cell.TryParse(text, out var cell));
        Assert.Equal((text.ToLowerInvariant().TrimStart('0'), resolution), (cell.ToString(), cell.Resolution));
        Assert.Equal(cell, H3Cell.FromIndex(cell.Index));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("ffffffffffffffff")]
    [InlineData("8928308280fffff ")]
    [InlineData("+928308280fffff")]
    [InlineData("0x8928308280fffff")]
    [InlineData("008928308280fffff")]
    [InlineData("8928308280ffff7f")]
    [InlineData("1158283082b3ffff")]
    [InlineData("8a28308280fffff")]
    [InlineData("81087ffffffffff")]
    public void Takes_nothing_else_for_one(string text) => Assert.False(H3Cell.TryParse(text, out _));

    [Fact]
    public void Has_no_parent_finer_than_itself()
    {
        Assert.True(H3Cell.TryParse("8928308280fffff", out var cell));
        Assert.Equal(cell, cell.Parent(9));
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.Parent(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.Parent(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Cell.FromIndex(0));
    }

    private static string Judge(int resolution, IEnumerable<ulong> indices)
    {
        var (cells, hash) = (0, 0xCBF29CE484222325UL);
        void Add(string text) => hash = text.Aggregate(hash, (sum, letter) => (sum ^ letter) * 0x100000001B3UL);
        foreach (var index in indices)
        {
            var isCell = H3Cell.TryParse(index.ToString("x", CultureInfo.InvariantCulture), out var cell);
            Add(isCell ? "1" : "0");
            cells += isCell ? 1 : 0;
            for (var coarser = isCell ? cell.Resolution - 1 : -1; coarser >= 0; coarser--)
            {
                Add(cell.Parent(coarser).ToString());
            }
        }

        return $"{resolution} {cells} {hash:x16}";
    }

    /// <summary>Draws the indices that make-h3-vectors.mjs draws.</summary>
    private sealed class H3Draw
    {
        private ulong state = 0x9E3779B97F4A7C15;

        public ulong Next(int resolution)
        {
            var index = (1UL << 59) | ((ulong)resolution << 52) | (Random(122) << 45);
            for (var digit = 1; digit <= H3Cell.MaxResolution; digit++)
            {
                index |= (digit > resolution ? 7 : Random(7) * (Random(3) == 0 ? 0UL : 1)) << (3 * (H3Cell.MaxResolution - digit));
            }

            return Random(8) == 0 ? index ^ (1UL << (int)Random(64)) : index;
        }

        private ulong Random(uint bound)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (state >> 32) % bound;
        }
    }
}
