namespace OrleansContest.Channels;

/// <summary>Which channels exist. Key: the kind.</summary>
[Alias("OrleansContest.IDirectoryGrain")]
public interface IDirectoryGrain : IGrainWithStringKey
{
    /// <returns>Ids in ordinal order.</returns>
    Task<string[]> List();
}
