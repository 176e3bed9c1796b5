package output

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

const lockName = ".commonground.lock"

// When a lock counts as left by a run that crashed, if its process cannot be
// asked: no build takes minutes, and no lock stays empty for seconds.
const (
	staleAfter      = 10 * time.Minute
	emptyStaleAfter = 10 * time.Second
)

// lock says that a build is writing to a folder: a file that only one can create.
// Its age is that of the file, by the clock of the disk it lies on.
type lock struct {
	d    disk
	text []byte
}

// holder is what the file of a lock says.
type holder struct {
	Pid      int    `json:"pid"`
	Computer string `json:"computer"`
	Token    string `json:"token"` // tells apart two builds of one process
}

// lock takes the lock of a folder, if need be from a run that crashed. While
// another build has it, the error is a *BusyError.
func (m machine) lock(d disk) (*lock, error) {
	text, _ := json.Marshal(holder{m.pid, m.name, rand.Text()}) // a number and strings always marshal
	l := &lock{d, append(text, '\n')}
	err := l.create()
	if errors.Is(err, fs.ErrExist) {
		err = m.takeOver(l)
	}
	if err != nil {
		return nil, err
	}
	return l, nil
}

func (l *lock) create() error {
	_, err := newPress().write(l.d, fileOf(lockName, l.text), lockName)
	return err
}

// takeOver takes a lock that exists, if it was left by a run that crashed.
func (m machine) takeOver(l *lock) error {
	by, stale, err := m.inspect(l.d, lockName)
	if err != nil {
		return err
	}
	if !stale {
		return &BusyError{Target: l.d.Path("."), Holder: by}
	}
	if err := m.clearStale(l.d); err != nil {
		return err
	}
	err = l.create()
	if errors.Is(err, fs.ErrExist) {
		return &BusyError{Target: l.d.Path("."), Holder: "another process"}
	}
	return err
}

// clearStale removes a stale lock. Another run may have been quicker, and then the
// lock is its own: so it is moved aside, looked at again, and given back if it is not
// stale. The other one may miss it at that moment, and then stops.
func (m machine) clearStale(d disk) error {
	aside := tempPrefix + rand.Text() + tempSuffix
	err := move(d, lockName, aside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	by, stale, err := m.inspect(d, aside)
	if err == nil && stale {
		return remove(d, aside)
	}
	if err == nil {
		err = &BusyError{Target: d.Path("."), Holder: by}
	}
	if back := move(d, aside, lockName); back != nil {
		return back
	}
	return err
}

// check makes sure that the lock is still ours: two runs may have taken over
// the lock of a crashed one at the same moment, and the other may have ended. It is
// asked just before the first change that matters.
func (l *lock) check() error {
	ours, err := l.isOurs()
	if err == nil && !ours {
		err = &BusyError{Target: l.d.Path("."), Holder: "another process"}
	}
	return err
}

// release removes the lock, unless another run has it by now.
func (l *lock) release() error {
	ours, err := l.isOurs()
	if err != nil || !ours {
		return err
	}
	return remove(l.d, lockName)
}

func (l *lock) isOurs() (bool, error) {
	text, err := read(l.d, lockName)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return bytes.Equal(text, l.text), err
}

// clearLock removes the lock of a run that crashed, if there is one.
func (m machine) clearLock(d disk) error {
	by, stale, err := m.inspect(d, lockName)
	if err != nil || !stale || by == "" {
		return err
	}
	return m.clearStale(d)
}

// inspect says whose the lock with a name is, and whether it was left by a run that
// crashed or is gone by now. A lock from the future is as old as one from the
// past: somebody has set the clock.
func (m machine) inspect(d disk, name string) (by string, stale bool, err error) {
	text, err := read(d, name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", true, nil
	}
	if err != nil {
		return "", false, err
	}
	var h holder
	by, limit := "another process", emptyStaleAfter
	if json.Unmarshal(text, &h) == nil && h.Pid > 0 {
		by, limit = fmt.Sprintf("process %d on %s", h.Pid, h.Computer), staleAfter
		if m.name != "" && h.Computer == m.name && !m.alive(h.Pid) {
			return by, true, nil
		}
	}
	age, err := ageOf(d, name)
	return by, age.Abs() > limit, err
}

// ageOf returns how much older a file is than one made now, or zero if it is gone.
// The clock asked is the disk's: on a shared drive it is not that of this computer.
func ageOf(d disk, name string) (age time.Duration, err error) {
	probe := tempPrefix + rand.Text() + tempSuffix
	if _, err := newPress().write(d, fileOf(probe, nil), probe); err != nil {
		return 0, err
	}
	defer func() {
		if removed := remove(d, probe); err == nil {
			err = removed
		}
	}()
	now, err := lstat(d, probe)
	if err != nil {
		return 0, err
	}
	then, err := lstat(d, name)
	if now == nil || then == nil || err != nil {
		return 0, err
	}
	return now.ModTime().Sub(then.ModTime()), nil
}
