namespace OrleansContest.Contests;

/// <summary>One radio contest of the cluster. Key: the contest's id.</summary>
[Alias("OrleansContest.IContestGrain")]
public interface IContestGrain : IGrainWithStringKey, IContest;
