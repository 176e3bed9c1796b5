//go:build !linux

package main

func limitMemory(int) {}

func peakMemory() int { return 0 }
