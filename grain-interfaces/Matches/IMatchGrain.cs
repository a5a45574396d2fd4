namespace OrleansContest.Matches;

/// <summary>One match of the cluster. Key: the match's id.</summary>
[Alias("OrleansContest.IMatchGrain")]
public interface IMatchGrain : IGrainWithStringKey, IMatch;
