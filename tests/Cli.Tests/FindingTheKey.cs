namespace OrleansContest.Cli;

public sealed class FindingTheKey : IDisposable
{
    private static readonly Uri here = new("http://localhost:8080");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-key-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_command_line_goes_before_the_environment() =>
        Assert.Equal("given", IngestKey.Find("given", here, _ => "from the environment"));

    [Fact]
    public void The_environment_goes_before_the_data_folder()
    {
        Keep("""{"masterKey":"made"}""");
        Assert.Equal("set", IngestKey.Find(null, here, name => name == "CONTEST_KEY" ? "set" : folder.FullName));
    }

    [Fact]
    public void The_made_key_is_taken_from_the_data_folder()
    {
        Keep("""{"masterKey":"made","jwtSecret":"other"}""");
        Assert.Equal("made", IngestKey.Find(null, here, DataFolderOnly));
    }

    [Fact]
    public void The_made_key_is_never_shown_to_another_machine()
    {
        Keep("""{"masterKey":"made"}""");
        Assert.Null(IngestKey.Find(null, new Uri("http://contest.example:8080"), DataFolderOnly));
    }

    [Fact]
    public void There_may_be_none() => Assert.Null(IngestKey.Find(null, here, DataFolderOnly));

    [Fact]
    public void A_damaged_key_file_is_named()
    {
        Keep("""{"masterKey":""");
        var fault = Assert.Throws<ImportException>(() => IngestKey.Find(null, here, DataFolderOnly));
        Assert.Contains("keys.json", fault.Message, StringComparison.Ordinal);
    }

    private string? DataFolderOnly(string name) => name == "CONTEST_DATA" ? folder.FullName : null;

    private void Keep(string keys) => File.WriteAllText(Path.Combine(folder.FullName, "keys.json"), keys);
}
